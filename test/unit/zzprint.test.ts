import { it } from 'vitest';
import { explainText, explainCode, explainJson } from '../../server/catalogue/explain.ts';
import { explainReport } from '../../server/report/explain.ts';
import { builtinLookup } from '../support/catalogues.ts';
it('prints', () => {
	const v3 = builtinLookup('tencentcloud-v3');
	const v2 = builtinLookup('tencentcloud-v2');
	for (const code of ['AuthFailure','AuthFailure.Odd','InvalidParameterValue.Foo','ClientError','ClientError.Odd','ClientError.IOError','Ok','Nope']) console.log(`${explainText(v3.catalogue, code)}\n=====`);
	console.log(explainCode(v3.catalogue, 'AuthFailure', {certainty:'possible'}), explainJson(v3.catalogue, 'InvalidParameterValue.Foo'));
	for (const code of ['AuthFailure','authfailure','RequestLimitExceded'])console.log(explainReport([v2.catalogue,v3.catalogue], code, 'text'));
});
