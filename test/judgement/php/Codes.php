//| The codes as constants, their texts, and what is asked of them.
<?php

namespace App\Qcloud;

final class ErrorCode
//          ^^^^^^^^^ outcome definition
{
    public const SUCCESS = 0;
    public const AUTH_FAILURE = 4100;
    //                          ^^^^ sighting 4100 certain member
    public const DENIED = 4300;
    public const QUOTA = 4400;
    public const NOT_FOUND = 5000;
    public const PAGE_SIZE = 20;

    private const TEXTS = [
        self::AUTH_FAILURE => 'The signature is wrong.',
        self::DENIED => 'Refused.',
        self::NOT_FOUND => 'There is no such resource.',
    ];

    public static function text(int $code): string
    {
        return self::TEXTS[$code] ?? 'Unknown error';
    }

    public static function isDenied(int $code): bool
    {
        return $code === self::AUTH_FAILURE || $code === self::DENIED;
        //     ^^^^^ outcome predicate 4100,4300
    }

    public static function hint(int $code): string
    {
        return match ($code) {
        //            ^^^^^ outcome lookup 4100,4300,4400
            self::AUTH_FAILURE => 'Check the key.',
            self::DENIED => 'Ask for access.',
            self::QUOTA => 'Wait.',
            default => '',
        };
    }
}
