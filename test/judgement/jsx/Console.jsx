//| Hooks of a console: reducers, query callbacks, forms, and a chart with numbers everywhere.
import { useEffect, useReducer } from 'react';
import { useQuery, useMutation } from '@tanstack/react-query';
import { api } from './qcloud/api.js';
import { Bars, ErrorPage, Empty, Locked } from './parts.jsx';

const SCALE = [4000, 4500, 5000, 5500, 6000];
// @4000 nothing
// @4500 nothing
// @5500 nothing

function reduce(state, { type, reply }) {
  if (type !== 'reply') return state;
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback 4100
    case 0:
      return { ...state, data: reply.data };
    case 4100:
    //   ^^^^ sighting 4100 certain arm
      return { ...state, locked: true };
    default:
      return { ...state, failed: reply };
  }
}

export function Console({ region }) {
  const [state, dispatch] = useReducer(reduce, {});
  const query = useQuery({
    queryKey: ['load', region],
    staleTime: 6000,
    // @6000 nothing
    queryFn: async () => {
      const body = await api('DescribeLoad', { region });
      if (body.code === 4300) dispatch({ type: 'lock' });
      //  ^^^^^^^^^ outcome fallback 4300
      //                ^^^^ sighting 4300 certain comparison
      if (body.code !== 0) throw new Error(body.codeDesc);
      return body.data;
    },
    retry: (count, error) => count < 3 && error.status !== 4300,
    // @4300 nothing
  });

  const save = useMutation({
    mutationFn: (name) => api('ModifyName', { name }),
    onSuccess: (body) => {
      if (body.code === 4000) dispatch({ type: 'invalid' });
      //  ^^^^^^^^^ outcome reported 4000,4100
      //  ^^^^^^^^^ finding unhandled-fatal-code 4300,4600,5000,5200,5300,5500,6100
      //                ^^^^ sighting 4000 certain comparison
      else if (body.code === 4100) dispatch({ type: 'lock' });
      //                     ^^^^ sighting 4100 certain comparison
    },
  });

  useEffect(() => {
    const timer = setTimeout(() => save.mutate('idle'), 5200);
    // @5200 nothing
    return () => clearTimeout(timer);
  }, []);

  if (state.failed) {
    const { code, message } = state.failed;
    return code === 5000 ? <Empty /> : code === 4300 ? <Locked /> : <ErrorPage text={message} />;
    // @code outcome fallback
    // @5000 sighting 5000 certain comparison
  }
  return <Bars values={query.data} ticks={SCALE} max={6100} />;
  // @6100 nothing
}

/** Only what to say. */
export const label = ({ code }) => (code === 4100 ? 'locked' : code === 4300 ? 'blocked' : 'failed');
// @code#2 outcome lookup
// @4300 sighting 4300 certain comparison
