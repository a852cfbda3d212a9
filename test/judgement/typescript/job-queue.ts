//| A worker that tells replies apart, without a word of any API: coherent codes are likely, single ones possible.
import type { Job, Queue } from './queue.ts';

export interface Answer {
  code: number;
  message: string;
  result?: unknown;
}

export function finish(job: Job, answer: Answer, queue: Queue): void {
  switch (answer.code) {
  //      ^^^^^^^^^^^ outcome reported 4300,4400,5300
  //      ^^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4600,5000,5200,5500,6100 information
    case 0:
      queue.done(job, answer.result);
      break;
    case 4300:
    //   ^^^^ sighting 4300 likely arm
      queue.park(job);
      break;
    case 4400:
    //   ^^^^ sighting 4400 likely arm
      queue.delay(job);
      break;
    case 5300:
    //   ^^^^ sighting 5300 likely arm
      queue.park(job, 'balance');
      break;
  }
}

export function finishOrFail(job: Job, answer: Answer, queue: Queue): void {
  if (answer.code === 0) queue.done(job, answer.result);
  //  ^^^^^^^^^^^ outcome fallback
  else if (answer.code === 4400) queue.delay(job);
  //                       ^^^^ sighting 4400 likely comparison
  else throw new Error(answer.message);
}

export function alone(job: Job, answer: Answer, queue: Queue): void {
  if (answer.code === 4300) queue.park(job);
  //  ^^^^^^^^^^^ outcome unsure
  //                  ^^^^ sighting 4300 possible comparison
}

export function twoStrangers(job: Job, answer: Answer, queue: Queue): void {
  switch (answer.code) {
  //      ^^^^^^^^^^^ outcome foreign
    case 4300:
    //   ^^^^ nothing
      queue.park(job);
      break;
    case 4711:
      queue.delay(job);
      break;
    case 4712:
      queue.done(job, undefined);
      break;
  }
}
