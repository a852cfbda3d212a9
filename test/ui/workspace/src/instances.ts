import { call } from './qcloud';

/** Lists the running instances of a region. */
export async function listInstances(region: string): Promise<string[]> {
	const reply = await call('DescribeInstances', { Region: region });
	let running: string[] = [];
	switch (reply.code) {
		case 0:
			running = (reply.instanceSet ?? []).filter(({ status }) => status === 2).map(({ instanceId }) => instanceId);
			break;
		case 4100:
			throw new Error(`The signature was refused: ${reply.message}`);
		case 4400:
			await new Promise((resolve) => setTimeout(resolve, 5000));
			break;
	}
	return running;
}
