const fetch = async (url: string): Promise<string> => url;
const redis = new Map<string, string>();
const db = { query: async (sql: string): Promise<string> => sql };

export const all = [fetch('https://example.com'), redis.get('a'), db.query('SELECT 1')];
