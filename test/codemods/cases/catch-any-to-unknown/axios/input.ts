import axios from 'axios';

export async function load(url: string): Promise<string | undefined> {
  try {
    return (await axios.get(url)).data;
  } catch (e: any) {
    if (e.response?.status === 404) return undefined;
    console.error(e.response.data.message);
    throw e;
  }
}
