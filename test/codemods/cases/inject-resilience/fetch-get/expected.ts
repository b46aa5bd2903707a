import { stockReads } from '../../resilience';

export async function readStock(sku: string): Promise<unknown> {
  const response = await stockReads.execute(({ signal }) => fetch(`https://api.stock.example/items/${sku}`, { signal }));
  if (!response.ok) throw new Error(`stock answered ${response.status}`);
  return response.json();
}
