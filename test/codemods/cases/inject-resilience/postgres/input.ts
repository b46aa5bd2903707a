import { Pool } from 'pg';

const pool = new Pool();

export const findOrder = async (id: string): Promise<unknown> => (await pool.query('SELECT * FROM orders WHERE id = $1', [id])).rows[0];

export async function move(from: string, to: string): Promise<void> {
  await pool.query('INSERT INTO moves VALUES ($1, $2)', [from, to]);
}

export async function moveAll(): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  client.release();
}
