//| A page of machines: handlers, effects and callbacks that look at replies.
import { useCallback, useEffect, useState } from 'react';
import { call, type Reply } from '../api/qcloud';
import { useSession } from '../session';
import { Banner, Row, Spinner } from '../ui';

const REFRESH_INTERVAL = 6000;
// @6000 nothing
const COLUMN_WIDTH = 4100;
// @4100 nothing

interface Props {
  readonly region: string;
  readonly onGone: (id: string) => void;
}

export function InstanceTable({ region, onGone }: Props) {
  const session = useSession();
  const [rows, setRows] = useState<string[]>([]);
  const [problem, setProblem] = useState<string>();

  const load = useCallback(async () => {
    const reply = await call<string[]>('DescribeInstances', { region });
    switch (reply.code) {
    //      ^^^^^^^^^^ outcome reported 4100,4300
    //      ^^^^^^^^^^ finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
      case 0:
      //   ^ sighting 0 certain arm
        setRows(reply.data);
        break;
      case 4100:
      //   ^^^^ sighting 4100 certain arm
        session.renew();
        break;
      case 4300:
      //   ^^^^ sighting 4300 certain arm
        session.close();
        break;
    }
  }, [region, session]);

  useEffect(() => {
    const timer = setInterval(load, REFRESH_INTERVAL);
    return () => clearInterval(timer);
  }, [load]);

  const stop = async (id: string) => {
    const reply = await call('StopInstances', { id });
    if (reply.code === 5000) {
    //  ^^^^^^^^^^ outcome fallback 5000
    //                 ^^^^ sighting 5000 certain comparison
      onGone(id);
    } else if (reply.code !== 0) {
      throw new Error(reply.message);
    }
  };

  const restart = async (id: string) => {
    const reply = await call('RestartInstances', { id });
    if (reply.code === 4100) return session.renew();
    //  ^^^^^^^^^^ outcome passed-on 4100,5000
    //                 ^^^^ sighting 4100 certain comparison
    if (reply.code === 5000) return onGone(id);
    setProblem(reply.message);
  };

  const rename = async (id: string, name: string) => {
    const { code } = await call('ModifyInstanceAttributes', { id, name });
    if (code === 4000) {
    //  ^^^^ outcome reported 4000,4100
    //  ^^^^ finding unhandled-fatal-code 4300,4600,5000,5200,5300,5500,6100
    //           ^^^^ sighting 4000 certain comparison
      setProblem('Choose another name.');
    } else if (code === 4100) {
    //                  ^^^^ sighting 4100 certain comparison
      session.renew();
    }
    await load();
  };

  if (problem) return <Banner text={problem} timeout={5000} />;
  // @5000 nothing
  return (
    <table style={{ zIndex: 5100, width: COLUMN_WIDTH }}>
    {/* 5100 above everything else */}
    // @5100 nothing
      <tbody>
        {rows.map((id) => (
          <Row key={id} id={id} onStop={() => stop(id)} onRestart={() => restart(id)} onRename={rename} />
        ))}
      </tbody>
      <Spinner every={4500} />
      // @4500 nothing
    </table>
  );
}

/** What the last reply amounts to, in words. */
export function ReplyText({ reply }: { reply: Reply<unknown> }) {
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome lookup 4100,5300
    case 4100:
    //   ^^^^ sighting 4100 certain arm
      return 'The key is wrong.';
    case 5300:
      return 'Please top up.';
    default:
      return 'It did not work.';
  }
}
