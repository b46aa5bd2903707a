import axios from 'axios';
import { parcelsReads, parcelsWrites } from '../../resilience';

const client = axios.create({ baseURL: 'https://parcels.example' });

export class Parcels {
  track(id: string): Promise<{ data: unknown }> {
    return parcelsReads.execute(({ signal }) => client.get(`/parcels/${id}`, { params: { full: true }, signal }));
  }

  send(parcel: object): Promise<{ data: unknown }> {
    return parcelsWrites.execute(({ signal }) => axios.post('/parcels', parcel, { signal }));
  }
}
