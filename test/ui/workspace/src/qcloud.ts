export interface Reply {
	code: number;
	message: string;
	codeDesc: string;
	instanceSet?: { instanceId: string; status: number }[];
}

const HOST = 'cvm.api.qcloud.com';

/** Calls an action of Tencent Cloud API 2.0. */
export async function call(action: string, parameters: Record<string, string>): Promise<Reply> {
	const query = new URLSearchParams({ Action: action, Timestamp: String(Date.now()), ...parameters });
	const response = await fetch(`https://${HOST}/v2/index.php?${query}`);
	return (await response.json()) as Reply;
}
