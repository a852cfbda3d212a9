//| The interceptor that every front end has, around replies that wrap the API's.
import axios, { type AxiosResponse } from 'axios';
import { router, toast, session } from './app.ts';

const service = axios.create({ baseURL: 'https://wenzhi.api.qcloud.com/v2/index.php', timeout: 6000 });
// @6000 nothing

service.interceptors.response.use((response: AxiosResponse) => {
  const res = response.data;
  if (res.code !== 0) {
  //  ^^^^^^^^ outcome fallback 4100,4300
    toast.error(res.message, { duration: 5000 });
    // @5000 nothing
    if (res.code === 4100 || res.code === 4300) {
    //               ^^^^ sighting 4100 certain comparison
    //                                    ^^^^ sighting 4300 certain comparison
      session.end();
      router.push('/login');
    }
    return Promise.reject(new Error(res.message));
  }
  return res;
});

/** Deep in a reply, and maybe not there. */
export async function sentiment(text: string, show: (score: number) => void): Promise<void> {
  const response = await service.post('', { Action: 'TextSentiment', content: text });
  switch (response?.data?.code) {
  //      ^^^^^^^^^^^^^^^^^^^^ outcome reported 4000
  //      ^^^^^^^^^^^^^^^^^^^^ finding unhandled-fatal-code 4100,4300,4600,5000,5200,5300,5500,6100
    case 0:
      show(response.data.positive);
      break;
    case 4000:
    //   ^^^^ sighting 4000 certain arm
      show(NaN);
      break;
  }
}

/** The code is compared as text, the other way round. */
export async function keywords(text: string): Promise<string[]> {
  const { data } = await service.post('', { Action: 'TextKeywords', content: text });
  if ('0' === String(data.code)) return data.keywords;
  // @data.code outcome fallback 4400
  if ('4400' === String(data.code)) {
  //   ^^^^ sighting 4400 certain comparison
    toast.error('Slower, please.');
    return [];
  }
  throw data;
}

/** `some` and `indexOf` ask whether the code is one of a few. */
export async function classify(text: string): Promise<void> {
  const { data: reply } = await service.post('', { Action: 'TextClassify', content: text });
  if ([4100, 4300].indexOf(reply.code) !== -1) {
  // @reply.code outcome reported 4100,4300,5300
  // @reply.code finding unhandled-fatal-code 4000,4600,5000,5200,5500,6100
  // @4300 sighting 4300 certain membership
    session.end();
  } else if (reply.code === 5300) {
  // @5300 sighting 5300 certain comparison
    router.push('/top-up');
  }
}

/** HTTP's own statuses are not the API's. */
service.interceptors.response.use(undefined, (error) => {
  switch (error.response?.status) {
    case 401:
      session.end();
      break;
    case 429:
    case 503:
      toast.error('later');
      break;
  }
  return Promise.reject(error);
});

export const proxy = { '/v2': { target: 'http://127.0.0.1:4100', timeout: 4500, changeOrigin: true } };
// @4100 nothing
// @4500 nothing
