/** Sources that the protocol tests open: a dispatch that forgets most fatal codes, in three languages. */

export const typescript = `import { request } from 'qcloudapi-sdk';

export async function list() {
	const res = await request();
	switch (res.code) {
		case 0:
			return res.data;
		case 4100:
			throw new Error('bad signature');
	}
}
`;

export const python = `import qcloudapi


def show(reply):
    if reply["code"] == 0:
        return reply["data"]
    elif reply["code"] == 4100:
        raise RuntimeError("bad signature")
`;

export const go = `package client

// Talks to cvm.api.qcloud.com.
func list(reply Reply) error {
	switch reply.Code {
	case 0:
		return nil
	case 4100:
		return errors.New("bad signature")
	}
	return nil
}
`;

/** The fatal codes that each of them forgets. */
export const forgotten = ['4000', '4300', '4600', '5000', '5200', '5300', '5500', '6100'];
