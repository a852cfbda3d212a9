//| A settings page: texts, predicates, sets, ternaries and maps.
// Account page of the qcloud console.
import { useState } from 'react';
import { fetchAccount, renewKey } from './account.js';

const codeText = {
//    ^^^^^^^^ outcome definition 4100,4300,5500
  4100: 'The key is wrong.',
  // @4100 sighting 4100 certain key
  4300: 'The account is blocked.',
  // @4300 sighting 4300 certain key
  5500: 'Verify your identity first.',
  // @5500 sighting 5500 certain key
};

const retryCodes = [4400, 6000];
//    ^^^^^^^^^^ outcome retry-set
// @4400 sighting 4400 certain member

const steps = [4000, 5000, 6000];
// @4000 nothing
// @5000 nothing
// @6000 nothing

const isBlocked = (reply) => reply.code === 4300 || reply.code === 5500;
//                           ^^^^^^^^^^ outcome predicate 4300,5500
// @4300 sighting 4300 certain comparison

export function Account({ onLocked, onHelp }) {
  const [reply, setReply] = useState(null);

  const load = () =>
    fetchAccount().then((body) => {
      if (['4100', '4300'].includes(String(body.code))) {
      // @body.code outcome fallback
      // @4100 sighting 4100 certain membership
        onLocked();
      } else if (body.code === 5500) {
      //                       ^^^^ sighting 5500 certain comparison
        onHelp();
      } else if (body.code) {
        return Promise.reject(new Error(body.message));
      }
      setReply(body);
    });

  const rename = async (name) => {
    const body = await fetchAccount({ name });
    if (retryCodes.includes(body.code)) return rename(name);
    //                      ^^^^^^^^^ outcome retry-set
    return body;
  };

  const renew = async () => {
    const { code, codeDesc } = await renewKey();
    if (codeDesc === 'AuthFailure') {
    //  ^^^^^^^^ outcome reported 4100,4300
    //  ^^^^^^^^ finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
    // @AuthFailure sighting 4100 certain comparison
      onLocked();
    } else if (code === 4300) {
    //                  ^^^^ sighting 4300 certain comparison
      onHelp();
    }
  };

  return (
    <section>
      {reply && (reply.code === 0 ? <b>{reply.name}</b> : <i>{codeText[reply.code] ?? reply.message}</i>)}
      // @reply.code outcome too-little
      <button onClick={load}>{isBlocked(reply ?? {}) ? 'blocked' : 'load'}</button>
      <button onClick={renew} onBlur={() => rename('4600')}>
      // @4600 nothing
        renew
      </button>
      <meter min={0} max={5300} value={steps.length} />
      // @5300 nothing
    </section>
  );
}
