//| Books, postal areas, products and builds: tables whose keys look like codes.
const { post } = require('./journal');

const accounts = {
  1000: 'Cash',
  2000: 'Payables',
  4000: 'Sales',
  // @4000 nothing
  4100: 'Services',
  // @4100 nothing
  4200: 'Returns',
  // @4200 nothing
  5000: 'Materials',
  // @5000 nothing
  5100: 'Wages',
  // @5100 nothing
  6000: 'Rent',
  // @6000 nothing
  6200: 'Insurance',
  // @6200 nothing
};

const accountCodes = [1010, 1020, 4000, 4100, 4150, 5000, 5250];
// @4000 nothing
// @4100 nothing
// @5000 nothing

const areaCodes = { 4100: 'Jeju', 4300: 'Daejeon', 5300: 'Ulsan' };
// @4100 nothing
// @4300 nothing
// @5300 nothing

const districts = [
  { CODE: 1100, NAME: 'Seoul' },
  { CODE: 2600, NAME: 'Busan' },
  { CODE: 4100, NAME: 'Gyeonggi' },
  // @4100 nothing
  { CODE: 4300, NAME: 'Chungbuk' },
  // @4300 nothing
];

function postalZone(zipCode) {
  if (zipCode === 4100) return 'north';
  // @4100 nothing
  if (zipCode === 4300) return 'south';
  // @4300 nothing
  return 'west';
}

function shelfOf(productCode) {
  switch (productCode) {
    case '4000':
    // @4000 nothing
      return post('front');
    case '4100':
    // @4100 nothing
      return post('back');
  }
}

function onKey(event) {
  if (event.keyCode === 4100) post('key');
  // @4100 nothing
  if (event.charCode === 4200) post('char');
  // @4200 nothing
}

module.exports = { accounts, accountCodes, areaCodes, districts, postalZone, shelfOf, onKey, build: '5200', revision: 6100 };
// @6100 nothing
