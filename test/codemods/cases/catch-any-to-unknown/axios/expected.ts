import axios from 'axios';

export async function load(url: string): Promise<string | undefined> {
  try {
    return (await axios.get(url)).data;
  } catch (e: unknown) {
    if (axios.isAxiosError(e) && e.response?.status === 404) return undefined;
    console.error(axios.isAxiosError(e) ? e.response?.data.message : undefined);
    throw e;
  }
}
