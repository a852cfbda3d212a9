//| A client of the old API as applications have it: signs, sends, reads the reply.
<?php

namespace App\Services;

use GuzzleHttp\Client as HttpClient;
use Psr\Log\LoggerInterface;

class QcloudClient
{
    private const HOST = 'cvm.api.qcloud.com';
    private const TIMEOUT = 5000;
    //                      ^^^^ nothing
    private const MAX_SIZE = 4000;
    //                       ^^^^ nothing

    private int $port = 4100;
    //                  ^^^^ nothing

    public function __construct(private HttpClient $http, private LoggerInterface $logger)
    {
    }

    public function describe(string $id): array
    {
        $reply = $this->send('DescribeInstances', ['instanceIds.0' => $id]);
        switch ($reply['code']) {
        //      ^^^^^^^^^^^^^^ outcome fallback 4100,4500,5000
            case 0:
                return $reply['instanceSet'];
            case 4100:
            //   ^^^^ sighting 4100 certain arm
                $this->logger->error('The key was refused.');
                throw new QcloudException($reply['message'], $reply['code']);
            case 4500:
                usleep(4000);
                //     ^^^^ nothing
                return $this->describe($id);
            case 5000:
                return [];
            default:
                throw new QcloudException($reply['message'], $reply['code']);
        }
    }

    public function start(string $id): void
    {
        $reply = $this->send('StartInstances', ['instanceIds.0' => $id]);
        if ($reply['code'] === 5100) {
        //  ^^^^^^^^^^^^^^ outcome reported 4300,5100
        //  ^^^^^^^^^^^^^^ finding unhandled-fatal-code *
        //                     ^^^^ sighting 5100 certain comparison
            $this->report($reply['detail']);
        } elseif ($reply['code'] === 4300) {
            $this->logger->warning('Not allowed to start.');
        }
    }

    public function stop(string $id): bool
    {
        $reply = $this->send('StopInstances', ['instanceIds.0' => $id]);
        if ($reply['code'] !== 0) {
        //  ^^^^^^^^^^^^^^ outcome too-little
            $this->logger->error($reply['message'], ['code' => $reply['code']]);
            return false;
        }
        return true;
    }

    private function send(string $action, array $params): array
    {
        $response = $this->http->get('https://' . self::HOST . '/v2/index.php', ['query' => $params, 'timeout' => 5.3]);
        $status = $response->getStatusCode();
        if ($status >= 500) {
            throw new \RuntimeException("HTTP $status", 5000);
            //                                          ^^^^ nothing
        }
        return json_decode((string) $response->getBody(), true);
    }

    private function report(array $detail): void
    {
        foreach ($detail as $id => $item) {
            if ($item['code'] !== 0) {
            //  ^^^^^^^^^^^^^ outcome too-little
                $this->logger->error("$id: {$item['message']}");
            }
        }
    }
}
