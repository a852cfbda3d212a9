//| A command line tool that ends with a status of its own.
<?php
// Lists the instances of a region with the qcloud API.

$options = getopt('', ['region:', 'port::', 'timeout::']);
$port = $options['port'] ?? 4300;
//                          ^^^^ nothing
$timeout = (int) ($options['timeout'] ?? 5000);
//                                       ^^^^ nothing

function main(array $argv): int
{
    $reply = call('DescribeInstances', ['region' => $argv[1]]);
    if ($reply->code === 0) {
    //  ^^^^^^^^^^^^ outcome fallback 4100
        printf("%d instances\n", count($reply->instanceSet));
        return 0;
    }
    if ($reply->code === 4100) {
        login();
    }
    return 1;
}

function listed(string $region): void
{
    $reply = call('DescribeInstances', ['region' => $region]);
    if ($reply->code === 4100) {
    //  ^^^^^^^^^^^^ outcome fallback 4100,5300
        login();
    } elseif ($reply->code === 5300) {
        top_up();
    } else {
        echo "done\n";
    }
    exit(0);
}

function strict(string $region): array
{
    $reply = call('DescribeInstances', ['region' => $region]);
    if ($reply->code == 200) {
    //                  ^^^ finding wrong-success-code 200
        return $reply->instanceSet;
    } elseif ($reply->code == 4100) {
        login();
    }
    die("refused: $reply->message");
}

exit(main($argv));
