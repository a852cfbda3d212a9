//| The first SDK of PHP: a module that gives false, and an error with a code of its own.
<?php

require_once './src/QcloudApi/QcloudApi.php';

$config = array(
    'SecretId' => getenv('SECRET_ID'),
    'SecretKey' => getenv('SECRET_KEY'),
    'RequestMethod' => 'GET',
    'DefaultRegion' => 'gz',
);
$cvm = QcloudApi::load(QcloudApi::MODULE_CVM, $config);
$package = array('offset' => 0, 'limit' => 4000, 'timeout' => 5000);
// @4000 nothing
// @5000 nothing

$reply = $cvm->DescribeInstances($package);
if ($reply === false) {
    $error = $cvm->getError();
    $code = $error->getCode();
    if ($code == 4100) {
    //  ^^^^^ outcome fallback 4100,4400
    //           ^^^^ sighting 4100 certain comparison
        echo "Check the key.\n";
        exit(2);
    } elseif ($code == 4400) {
        echo "Too many requests.\n";
        exit(3);
    }
    fwrite(STDERR, $code . ': ' . $error->getMessage() . "\n");
    exit(1);
}
var_dump($reply);
