//| A weather widget, ports, sizes, statuses and years.
<?php

namespace Site\Widgets;

class Weather
{
    private const ICONS = [
        1000 => 'clear',
        4000 => 'drizzle',
        // @4000 nothing
        4200 => 'rain',
        5000 => 'snow',
        // @5000 nothing
        5100 => 'flurries',
        6000 => 'freezing-drizzle',
        7000 => 'ice',
    ];

    public function icon(int $weatherCode): string
    {
        return self::ICONS[$weatherCode] ?? 'cloud';
    }

    public function fetch(string $place): ?array
    {
        $ch = curl_init("https://api.example.com:4300/weather/$place");
        curl_setopt($ch, CURLOPT_TIMEOUT_MS, 5300);
        //                                   ^^^^ nothing
        curl_setopt($ch, CURLOPT_PORT, 4100);
        //                             ^^^^ nothing
        $body = curl_exec($ch);
        $httpCode = curl_getinfo($ch, CURLINFO_HTTP_CODE);
        if ($httpCode === 5000) {
        //                ^^^^ nothing
            return null;
        }
        $postcode = $this->settings['postcode'];
        if ($postcode === '4100' || $postcode === 5000) {
        //                ^^^^^^ nothing
        //                                        ^^^^ nothing
            return ['local' => true];
        }
        return json_decode($body, true, 5200);
        //                              ^^^^ nothing
    }
}
