//| A retry helper around the calls: what may be tried again and what must not.
<?php

namespace App\Qcloud;

class RetryMiddleware
{
    private const RETRY_CODES = [4400, 6000, 6200];
    //            ^^^^^^^^^^^ outcome retry-set 4400,6000,6200
    private int $delay = 5000;
    //                   ^^^^ nothing

    public function handle(callable $next, array $params): array
    {
        for ($attempt = 1; $attempt <= 5; $attempt++) {
            $reply = $next($params);
            if (!in_array($reply['code'], self::RETRY_CODES, true)) {
                return $reply;
            }
            usleep($this->delay * 1000);
        }
        return $reply;
    }

    public function eagerly(callable $next, array $params): array
    {
        while (true) {
            $reply = $next($params);
            switch ($reply['code']) {
            //      ^^^^^^^^^^^^^^ outcome fallback
                case 0:
                    return $reply;
                case 4300:
                //   ^^^^ finding retried-fatal-code 4300
                case 4400:
                    sleep(1);
                    continue 2;
                default:
                    throw new \RuntimeException($reply['message'], $reply['code']);
            }
        }
    }

    public function signedAnew(callable $next, array $params): array
    {
        $reply = $next($params);
        if ($reply['code'] === 4500) {
            $params['Nonce'] = random_int(1, 65535);
            $reply = $next($params);
        }
        return $reply;
    }
}
