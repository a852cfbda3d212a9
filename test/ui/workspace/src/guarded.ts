import type { Reply } from './qcloud';

/** Every code but success fails: nothing is forgotten here. */
export function firstInstance(reply: Reply): string | undefined {
	switch (reply.code) {
		case 0:
			return reply.instanceSet?.[0]?.instanceId;
		case 5000:
			return 'gone';
		default:
			throw new Error(`${reply.code}: ${reply.message}`);
	}
}
