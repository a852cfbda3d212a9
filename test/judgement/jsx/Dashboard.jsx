//| A class component and hooks in plain JSX: replies in lifecycle methods and promises.
import React from 'react';
import { call, login, topUp } from './qcloud.js';
import { Chart, Notice } from './parts.jsx';

const POLL = 4500;
// @4500 nothing

export class Dashboard extends React.Component {
  state = { load: [], notice: null };

  componentDidMount() {
    this.timer = setInterval(() => this.poll(), POLL);
    call('DescribeLoad').then((res) => {
      if (res.code === 0) {
      //  ^^^^^^^^ outcome reported 4100,5300
      //  ^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
        this.setState({ load: res.data });
      } else if (res.code === 4100) {
      //                      ^^^^ sighting 4100 certain comparison
        login();
      } else if (res.code === 5300) {
      //                      ^^^^ sighting 5300 certain comparison
        topUp();
      }
    });
  }

  async poll() {
    const res = await call('DescribeLoad');
    if (res.code === 4100) return login();
    //  ^^^^^^^^ outcome passed-on 4100,5300
    //               ^^^^ sighting 4100 certain comparison
    if (res.code === 5300) return topUp();
    this.setState({ notice: res.message });
  }

  async resize(id) {
    const res = await call('ResizeInstance', { id, memory: 4000 });
    // @4000 nothing
    switch (res.code) {
    //      ^^^^^^^^ outcome fallback
      case 0:
        return this.poll();
      case 5200:
      //   ^^^^ sighting 5200 certain arm
        this.setState({ notice: 'sold out' });
        return undefined;
      default:
        throw new Error(res.message);
    }
  }

  async remove(id) {
    const res = await call('TerminateInstances', { id });
    switch (res.code) {
    //      ^^^^^^^^ outcome fallback
      case 0:
        break;
      case 5000:
      //   ^^^^ finding swallowed-fatal-code 5000
      //   ^^^^ sighting 5000 certain arm
        break;
      case 6100:
        // Under maintenance: the nightly run removes it.
        break;
      default:
        this.props.onError(res);
    }
  }

  render() {
    return (
      <main style={{ zIndex: 5000, maxWidth: 5100 }}>
      // @5000 nothing
      // @5100 nothing
        <Chart points={this.state.load} width={6000} />
        // @6000 nothing
        {this.state.notice && <Notice text={this.state.notice} timeout={4000} />}
        // @4000 nothing
      </main>
    );
  }
}
