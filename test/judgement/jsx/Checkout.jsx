//| A checkout whose parts each treat the codes in another way.
import { useState } from 'react';
import { place } from 'qcloudapi-sdk';
import { Help, Pay, Unexpected, Verify } from './steps.jsx';

export const Step = ({ deal }) => {
  switch (deal.code) {
  //      ^^^^^^^^^ outcome fallback 5300,5500
    case 5300:
    //   ^^^^ sighting 5300 certain arm
      return <Pay amount={4000} />;
      // @4000 nothing
    case 5500:
    //   ^^^^ sighting 5500 certain arm
      return <Verify />;
    default:
      return <Unexpected text={deal.message} />;
  }
};

export const Silent = ({ deal }) => {
  switch (deal.code) {
  //      ^^^^^^^^^ outcome reported 5300,5500
  //      ^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4300,4600,5000,5200,6100
    case 5300:
    //   ^^^^ sighting 5300 certain arm
      return <Pay amount={5000} />;
      // @5000 nothing
    case 5500:
      return <Verify />;
  }
  return null;
};

export const Chooser = ({ deal }) =>
  deal.code === 0 ? (
  // @deal.code outcome fallback
  // @0 sighting 0 certain comparison
    <Help topic="thanks" />
  ) : deal.code === 5200 ? (
  // @5200 sighting 5200 certain comparison
    <Help topic="sold-out" />
  ) : (
    <Unexpected text={deal.message} />
  );

export function Checkout({ cart, onPaid, onError }) {
  const [deal, setDeal] = useState({});

  const pay = async () => {
    const answer = await place(cart);
    if (answer.code !== 0) {
    //  ^^^^^^^^^^^ outcome reported 5200,5300
    //  ^^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4300,4600,5000,5500,6100
      switch (answer.code) {
        case 5200:
        //   ^^^^ sighting 5200 certain arm
          cart.smaller();
          break;
        case 5300:
          cart.empty();
          break;
      }
    }
  };

  const payOrFail = async () => {
    const answer = await place(cart);
    if (answer.code === 5300) cart.empty();
    //  ^^^^^^^^^^^ outcome fallback
    else if (answer.code === 5100) cart.wait(6000);
    // @5100 sighting 5100 certain comparison
    // @6000 nothing
    else if (answer.code === 0) onPaid(answer);
    else onError(answer.code, answer.message);
  };

  const payTwice = async () => {
    const answer = await place(cart);
    if (answer.code === 4600) cart.secure();
    //  ^^^^^^^^^^^ outcome reported 4600,5300
    //  ^^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4300,5000,5200,5500,6100
    // @4600 sighting 4600 certain comparison
    else if (answer.code === 5300) cart.empty();
    else if (answer.code === 4600) cart.clear();
    // @4600 finding duplicate-code 4600
    setDeal({});
  };

  const payBlind = async () => {
    const answer = await place(cart);
    if (answer.code === 200) return onPaid(answer);
    // @200 finding wrong-success-code *
    // @answer.code outcome fallback
    if (answer.code === 4100) return cart.lock();
    // @4100 sighting 4100 certain comparison
    if (answer.code === '4300 ') return cart.lock();
    // @`4300 ` finding misspelt-code 4300
    throw new Error(answer.message);
  };

  return (
    <form onSubmit={pay} onReset={payTwice} onInvalid={payBlind} data-limit={5500}>
    // @5500 nothing
      <Step deal={deal} />
      <button onClick={payOrFail}>pay</button>
    </form>
  );
}
