//| Components that render by code: switches, ladders, ternaries and tables of components.
import type { ReactNode } from 'react';
import { Blocked, Help, Login, TopUp, Unexpected } from './banners';
import type { QcloudReply } from './qcloud-types';

const VIEWS_BY_CODE: Record<number, () => ReactNode> = {
//    ^^^^^^^^^^^^^ outcome definition 4100,4300,5300
  4100: () => <Login />,
  // @4100 sighting 4100 certain key
  4300: () => <Blocked />,
  // @4300 sighting 4300 certain key
  5300: () => <TopUp amount={4000} />,
  // @5300 sighting 5300 certain key
  // @4000 nothing
};

const Z_INDEX = { dialog: 5000, toast: 5100, tooltip: 5200 };
// @5000 nothing
// @5100 nothing
// @5200 nothing

/** Everything that is not known here is shown as it is. */
export function Failure({ reply }: { reply: QcloudReply }) {
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback
    case 4100:
    //   ^^^^ sighting 4100 certain arm
      return <Login message={reply.message} />;
    case 5300:
    //   ^^^^ sighting 5300 certain arm
      return <TopUp amount={100} />;
    default:
      return <Unexpected code={reply.code} message={reply.message} />;
  }
}

/** Nothing at all is shown for what is not known. */
export function QuietFailure({ reply }: { reply: QcloudReply }) {
  if (reply.code === 4100) return <Login message={reply.message} />;
  //  ^^^^^^^^^^ outcome reported 4100,5300
  //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
  if (reply.code === 5300) return <TopUp amount={5000} />;
  // @5300 sighting 5300 certain comparison
  // @5000 nothing
  return null;
}

/** An error boundary takes the rest. */
export function LoudFailure({ reply }: { reply: QcloudReply }) {
  if (reply.code === 4300) return <Blocked />;
  //  ^^^^^^^^^^ outcome fallback
  //                 ^^^^ sighting 4300 certain comparison
  else if (reply.code === 5500) return <Help topic="identity" />;
  //                      ^^^^ sighting 5500 certain comparison
  else throw new Error(reply.message);
}

/** By table, with its default. */
export function ByTable({ reply }: { reply: QcloudReply }) {
  const view = VIEWS_BY_CODE[reply.code];
  return <section style={{ zIndex: Z_INDEX.dialog }}>{view ? view() : <Unexpected code={reply.code} message="" />}</section>;
}

/** By ternaries. */
export const Inline = ({ reply }: { reply: QcloudReply }) => (
  <div className="reply">
    {reply.code === 4100 ? (
    // @reply.code outcome fallback
    // @4100 sighting 4100 certain comparison
      <Login message={reply.message} />
    ) : reply.code === 5300 ? (
    // @5300 sighting 5300 certain comparison
      <TopUp amount={1} />
    ) : (
      <Unexpected code={reply.code} message={reply.message} />
    )}
  </div>
);

/** A button whose click looks at the name of the code. */
export const RetryButton = ({ reply, again }: { reply: QcloudReply; again: () => void }) => (
  <button
    tabIndex={4100}
    // @4100 nothing
    onClick={() => {
      if (reply.codeDesc === 'AuthFailure') window.location.assign('/login?from=4300');
      // @reply.codeDesc outcome fallback
      // @AuthFailure sighting 4100 certain comparison
      else if (reply.codeDesc === 'InvalidParameter') window.location.assign('/help');
      else if (reply.codeDesc !== 'Success') throw new Error(reply.message);
      else again();
    }}
  >
    Again in {4500 / 1000} s
    // @4500 nothing
  </button>
);
