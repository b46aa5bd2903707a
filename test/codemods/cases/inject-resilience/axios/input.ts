import axios from 'axios';

const client = axios.create({ baseURL: 'https://parcels.example' });

export class Parcels {
  track(id: string): Promise<{ data: unknown }> {
    return client.get(`/parcels/${id}`, { params: { full: true } });
  }

  send(parcel: object): Promise<{ data: unknown }> {
    return axios.post('/parcels', parcel);
  }
}
