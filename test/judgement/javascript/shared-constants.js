Constants shared by CommonJS, and sets of 3.0 names.
//= file: lib/codes.js
// Names of the tencentcloud SDK's errors.
exports.CREDENTIALS = 'AuthFailure.SecretIdNotFound';
exports.GONE_CODES = ['ResourceNotFound', 'InvalidInstanceId.NotFound'];
exports.SIZES = [4000, 5000];
// @4000 nothing
// @5000 nothing
//= file: lib/clean.js
const { CREDENTIALS, GONE_CODES } = require('./codes');
const { cvm } = require('tencentcloud-sdk-nodejs');

exports.clean = async function clean(client, id, stop) {
  try {
    await client.TerminateInstances({ InstanceIds: [id] });
  } catch (error) {
    if (error.code === CREDENTIALS) return stop();
    // @error.code outcome fallback
    // @CREDENTIALS sighting AuthFailure.SecretIdNotFound certain comparison
    if (GONE_CODES.includes(error.code)) return cvm;
    throw error;
  }
};
