// Nothing here says whose codes these are.
interface Reply {
	code: number;
	data: string[];
	message: string;
}

export function read(reply: Reply): string[] {
	let found: string[] = [];
	switch (reply.code) {
		case 0:
			found = reply.data;
			break;
		case 5000:
			throw new Error(reply.message);
	}
	return found;
}
