export async function readStock(sku: string): Promise<unknown> {
  const response = await fetch(`https://api.stock.example/items/${sku}`);
  if (!response.ok) throw new Error(`stock answered ${response.status}`);
  return response.json();
}
