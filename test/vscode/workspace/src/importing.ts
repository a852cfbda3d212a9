// Lists, with codes that another file declares, the instances of an account through Tencent Cloud API 2.0.
import { DENIED } from './shared/refusals';

const ENDPOINT = 'https://cvm.api.qcloud.com/v2/index.php';

interface Reply {
	code: number;
	message: string;
	codeDesc: string;
	instanceSet?: string[];
}

export async function describeInstances(query: string): Promise<string[]> {
	const response = await fetch(`${ENDPOINT}?${query}`);
	const reply = (await response.json()) as Reply;
	let found: string[] = [];
	switch (reply.code) {
		case 0:
			found = reply.instanceSet ?? [];
			break;
		case DENIED:
			throw new Error(`Signature refused: ${reply.message}`);
	}
	return found;
}
