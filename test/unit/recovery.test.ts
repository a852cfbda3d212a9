/** What damaged text once hid or said in another way, one test each; damage.test.ts and incremental.test.ts search for more. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../server/model.ts';
import type { DocumentInput, Service } from '../../server/service.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { testService } from '../support/engine.ts';
import { shownModel } from '../support/fixtures.ts';

let service: Service;
beforeAll(async () => {
	service = await testService();
});

let count = 0;
const documentOf = (path: string, text: string): DocumentInput => ({
	uri: `file:///recovery/${++count}/${path}`,
	path,
	languageId: '',
	version: 1,
	text,
});
const modelOf = (document: DocumentInput): Promise<Model> => service.model(document, DEFAULT_SETTINGS);
const codesIn = async (path: string, text: string): Promise<string[]> =>
	(await modelOf(documentOf(path, text))).sightings
		.filter(({ certainty }) => certainty === 'certain')
		.map(({ code }) => code)
		.sort();

describe('what is whole is read', () => {
	test('behind a bracket that the member before it leaves open (Ruby)', async () => {
		const text = `require 'qcloud'

class Client
  def first(id) = (""

  def settle(id)
    reply = Qcloud.call('Describe', id)
    return sign_in if reply['code'] == 4100
    return nil if reply['code'] == 5000

    reply
  end

end
`;
		expect(await codesIn('client.rb', text)).toEqual(['4100', '5000']);
	});
	test('behind a dot that takes the next line for what it calls (PowerShell)', async () => {
		const text = `using module ./Qcloud.psm1

class Settlements {
    [QcloudClient] $Client
.

    [object] Settle([string] $Id) {
        $reply = $this.Client.Call("Describe", $Id)
        switch ($reply.code) {
            0 { return $reply.data }
            { $_ -in 4100, 4300 } { throw $reply.message }
        }
        return $null
    }

o

}
`;
		expect(await codesIn('Settle.psm1', text)).toEqual(['0', '4100', '4300']);
	});
	test('in an else-if of a damaged class (C#)', async () => {
		const text = `}
namespace Qcloud {
    public class Settler
    {
        public void Settle(QcloudReply reply)
        {
            if (reply.Code == 4100)
            {
                Login();
            }
            else if (reply.Code == 4300)
            {
                Forbid();
            }
        }
    }
`;
		expect(await codesIn('Settler.cs', text)).toEqual(['4100', '4300']);
		expect((await modelOf(documentOf('Settler.cs', text))).dispatches).toHaveLength(1);
	});
});

// The Kotlin grammar goes in circles here; what it took did not come back, and nothing was parsed any more.
describe('a text whose grammar does not come to an end', () => {
	const circles = `{4
0
\`   request.memory = 4000
        if (response.statusCode == 4100) return
        when (width) {
            4000 -> zoom(1)
        }
        for (i in 4000 until 5000 step 100) next(i)
        assertEquals(4100, line.length)
    }
}
`;
	const whole = `/** Calls https://cvm.api.qcloud.com. */
fun settle(id: String): String? {
    val reply = api.call("Describe", id)
    if (reply.code == 4100) return api.signIn()
    if (reply.code != 0) error("failed")
    return reply.data
}
`;
	test('is answered, and what is whole in it is read', async () => {
		expect(await codesIn('settle.kt', `${whole}\n${circles}\n${whole.replace('settle', 'settled')}`)).toEqual([
			'0',
			'0',
			'4100',
			'4100',
		]);
	});
	test('is another than a long one, or one of many small words', async () => {
		const long = Array.from({ length: 500 }, (_, i) => whole.replace('settle', `settle${i}`)).join('\n');
		const dense = `import { api } from 'qcloud';\nconst codes = [${'1,'.repeat(100_000)}4100];\n`;
		expect((await modelOf(documentOf('long.kt', long))).syntaxError).toBeUndefined();
		expect((await modelOf(documentOf('dense.ts', dense))).syntaxError).toBeUndefined();
	});
	test('is read as any other once it is mended, and told of until then', async () => {
		const document = documentOf('settle.kt', whole);
		await modelOf(document);
		const damaged = await modelOf({ ...document, version: 2, text: `${whole}\n${circles}` });
		expect(damaged.syntaxError).toBeDefined();
		const mended = await modelOf({ ...document, version: 3, text: `${whole}\n` });
		expect(mended.syntaxError).toBeUndefined();
		expect(mended.sightings.map(({ code }) => code)).toEqual(['4100', '0']);
	});
});

describe('an edited text with an error in it is read as a fresh one', () => {
	const settler = `    public static class Codes
    {
    }
    public class Settler
    {
        private const int Denied = 4300;
        public void Settle(QcloudReply reply)
        {
        }
        public void Cast(QcloudReply reply)
        {
            if (reply.Code == (int)QcloudCode.AuthFailure)
            {
            }
            else if (reply.Code == this.Denied)
            {
            }
        }
    }
}`;
	const ladder = `;
    else if (strstr(error->code, "ResourceNotFound") != NULL)
        forget();
}`;
	test.each([
		['what the grammar kept of a branch', 'a.c', `{if(e${ladder}`, `{(tencentcloud)${ladder}`],
		['a namespace that is no more', 'a.cs', `namespace h{\n${settler}`, `}\n${settler}`],
	])('%s', async (_, path, before, after) => {
		const document = documentOf(path, before);
		await modelOf(document);
		const edited = await modelOf({ ...document, version: 2, text: after });
		const fresh = await modelOf(documentOf(path, after));
		expect(shownModel(edited, after)).toEqual(shownModel(fresh, after));
	});
});

test('nothing reaches behind the end of a text that was cut off (PHP)', async () => {
	const text = `<?php
// qcloud
class Client
{
    public function settle(int $code): void
    {
        switch ($code) {
            case 4000:
`;
	for (let length = text.indexOf('switch'); length <= text.length; length++) {
		const { dispatches, sightings } = await modelOf(documentOf('a.php', text.slice(0, length)));
		for (const { end } of [...dispatches, ...sightings]) expect(end).toBeLessThanOrEqual(length);
	}
});
