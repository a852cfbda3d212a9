//| A monitor on API 3.0 in CommonJS: promises, `.catch`, helpers, log lines in strings.
const tencentcloud = require('tencentcloud-sdk-nodejs');
const log = require('./log');

const client = new tencentcloud.monitor.v20180724.Client({ region: 'ap-hongkong' });
const PERIOD = 5000;
// @5000 nothing

function collect(metric) {
  return client.GetMonitorData({ MetricName: metric, Period: 300 }).catch((err) => {
    if (err.code === 'InvalidParameterValue') {
    //  ^^^^^^^^ outcome fallback
    // @InvalidParameterValue sighting InvalidParameterValue certain comparison
      log.info('no such metric', metric);
      return [];
    }
    if (err.code === 'AuthFailure.SignatureExpire') {
    // @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain comparison
      client.syncClock();
      return [];
    }
    return Promise.reject(err);
  });
}

function describe(metric, callback) {
  client.DescribeBaseMetrics({ MetricName: metric }, (err, reply) => {
    if (!err) return callback(null, reply);
    switch (err.code) {
    //      ^^^^^^^^ outcome reported
    //      ^^^^^^^^ finding unhandled-fatal-code *
      case 'InternalError':
      // @InternalError sighting InternalError certain arm
        setTimeout(() => describe(metric, callback), PERIOD);
        break;
      case 'ResourceNotFound':
      // @ResourceNotFound sighting ResourceNotFound certain arm
        callback(null, { MetricSet: [] });
        break;
    }
  });
}

function onFailure(err, alarm) {
  const code = err.getCode ? err.getCode() : err.code;
  if (code.indexOf('AuthFailure') === 0) {
  //  ^^^^ outcome fallback
  // @AuthFailure sighting AuthFailure certain argument
    alarm('credentials');
  } else if (code.indexOf('FailedOperation') >= 0) {
  // @FailedOperation sighting FailedOperation certain argument
    alarm('operation');
  } else {
    throw err;
  }
}

function onFailureByHelper(err, alarm) {
  if (isCode(err, ['UnauthorizedOperation', 'AuthFailure.UnauthorizedOperation'])) {
  // @UnauthorizedOperation sighting UnauthorizedOperation certain argument
  // @AuthFailure.UnauthorizedOperation sighting AuthFailure.UnauthorizedOperation certain argument
    alarm('policy');
    return;
  }
  throw err;
}

const isCode = (err, codes) => codes.some((code) => code === err.code);

// What the agent printed before it was mended:
//   [TencentCloudSDKException]code: InvalidParameter message: wrong period requestId: 4f1b7c2e
// @InvalidParameter sighting InvalidParameter certain logged
const EXAMPLE = '{"code":4100,"message":"(100004)signature","codeDesc":"AuthFailure"}';
// @4100 sighting 4100 certain field

module.exports = { collect, describe, onFailure, onFailureByHelper, EXAMPLE };
