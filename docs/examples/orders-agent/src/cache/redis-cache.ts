import { Redis } from "ioredis";
import { logger } from "../logger.js";
import type { CacheClient } from "./cache.js";

/** The shared cache of all instances. Keys are prefixed, so that several environments can use one server. */
export class RedisCache implements CacheClient {
	private redis: Redis;

	constructor(
		url: string,
		private prefix = "orders:",
	) {
		if (!url.startsWith("redis://") && !url.startsWith("rediss://")) {
			throw new Error(`Configuration error: ${url} is not a redis connection string`);
		}
		this.redis = new Redis(url, { lazyConnect: true });
		this.redis.on("error", () => {});
	}

	async get(key: string): Promise<string | null> {
		try {
			return await this.redis.get(this.prefix + key);
		} catch (e: any) {
			throw new Error(`Cache read of ${key} failed: ${e.message}`);
		}
	}

	async set(key: string, value: string, ttlSeconds = 300): Promise<void> {
		try {
			await this.redis.set(this.prefix + key, value, "EX", ttlSeconds);
		} catch (e: any) {
			throw new Error(`Cache write of ${key} failed: ${e.message}`);
		}
	}

	async del(key: string): Promise<void> {
		return this.redis.del(this.prefix + key).then(
			(count) => {
				if (count === 0) logger.debug(`cache key ${key} was gone already`);
			},
			(e: any) => {
				throw new Error(`Cache delete of ${key} failed: ${e.message}`);
			},
		);
	}

	async quit(): Promise<void> {
		try {
			await this.redis.quit();
		} catch {
			// the server may have closed the connection first, and there is nothing left to release
		}
	}
}
