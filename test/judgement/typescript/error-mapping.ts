//| Three vendors in one mapping: each row belongs to the vendor whose table it stands in.
// Maps what clouds say to what our own API says. Vendors: AWS, Aliyun, Tencent Cloud (qcloud).

export const AliyunErrorMapping = {
  'InvalidAccessKeyId.NotFound': 'credentials',
  'Throttling.User': 'slow-down',
  UnauthorizedOperation: 'forbidden',
  // @UnauthorizedOperation nothing
  ResourceNotFound: 'missing',
  // @ResourceNotFound nothing
};

export const AwsErrorMapping = {
  AuthFailure: 'credentials',
  // @AuthFailure nothing
  RequestLimitExceeded: 'slow-down',
  // @RequestLimitExceeded nothing
  UnauthorizedOperation: 'forbidden',
  // @UnauthorizedOperation nothing
};

export const QcloudErrorCodeMapping: Record<number, string> = {
//           ^^^^^^^^^^^^^^^^^^^^^^ outcome definition
  4100: 'credentials',
  // @4100 sighting 4100 certain key
  4300: 'forbidden',
  // @4300 sighting 4300 certain key
  4400: 'slow-down',
  // @4400 sighting 4400 certain key
  5000: 'missing',
};

export const HuaweiErrorCodeMapping: Record<number, string> = {
  4100: 'credentials',
  // @4100 nothing
  5000: 'missing',
  // @5000 nothing
};

export const TencentErrorCodeMapping = {
  'AuthFailure.SignatureFailure': 'credentials',
  // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain key
  UnauthorizedOperation: 'forbidden',
  // @UnauthorizedOperation sighting UnauthorizedOperation certain key
  'RequestLimitExceeded.UinLimitExceeded': 'slow-down',
  // @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain key
};

export function fromAliyun(code: number, raise: (kind: string) => void, ignore: () => void): void {
  switch (code) {
    case 4000:
    //   ^^^^ nothing
      raise('request');
      break;
    case 4100:
    //   ^^^^ nothing
      ignore();
      break;
  }
}

export function fromQcloud(code: number, raise: (kind: string) => void, ignore: () => void): void {
  switch (code) {
  //      ^^^^ outcome reported 4000,4100
  //      ^^^^ finding unhandled-fatal-code 4300,4600,5000,5200,5300,5500,6100
    case 4000:
    //   ^^^^ sighting 4000 certain arm
      raise('request');
      break;
    case 4100:
    //   ^^^^ sighting 4100 certain arm
      ignore();
      break;
  }
}
