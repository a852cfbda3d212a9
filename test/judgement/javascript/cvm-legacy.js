//| An old callback client: loose equality, strings, a module's own helper.
'use strict';

var request = require('request');
var sign = require('./sign');
var HOST = 'cvm.api.qcloud.com';

var SOCKET_TIMEOUT = 4000;
// @4000 nothing

exports.describe = function describe(id, done) {
  request.get({ url: sign(HOST, 'DescribeInstances', { id: id }), timeout: SOCKET_TIMEOUT }, function (error, res, body) {
    if (error) return done(error);
    var json = JSON.parse(body);
    if (json.code == 0) {
    //  ^^^^^^^^^ outcome reported 4100,5000
    //  ^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5200,5300,5500,6100
    //               ^ sighting 0 certain comparison
      done(null, json.instanceSet);
    } else if (json.code == '4100') {
    //                       ^^^^ sighting 4100 certain comparison
      exports.login();
    } else if (json.code == '5000') {
    //                       ^^^^ sighting 5000 certain comparison
      exports.forget(id);
    }
  });
};

exports.terminate = function terminate(id, done) {
  request.get(sign(HOST, 'TerminateInstances', { id: id }), function (error, res, body) {
    var json = JSON.parse(body);
    if (json.code == 5000) return done();
    //  ^^^^^^^^^ outcome passed-on
    //               ^^^^ sighting 5000 certain comparison
    if (json.code == 0) return done();
    done(json);
  });
};

exports.resize = function resize(id, size, done) {
  request.get(sign(HOST, 'ResizeInstance', { id: id, memory: size || 4000 }), function (error, res, body) {
  // @4000 nothing
    if (res.statusCode !== 200) return done(new Error('HTTP ' + res.statusCode));
    var json = JSON.parse(body);
    switch (json.code) {
    //      ^^^^^^^^^ outcome fallback 5200,5300
      case 0:
        return done(null, json);
      case 5200:
      //   ^^^^ sighting 5200 certain arm
        exports.known[id] = false;
        return done(json);
      case 5300:
      //   ^^^^ sighting 5300 certain arm
        exports.topUp();
        return done(json);
      default:
        return done(new Error(json.message));
    }
  });
};

exports.login = function () {
  exports.key = null;
};

exports.forget = function (id) {
  delete exports.known[id];
};

exports.known = { 'ins-5100': true };
exports.topUp = function () {};
