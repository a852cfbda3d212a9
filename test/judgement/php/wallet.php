//| Payments and wallets: their codes are the same numbers.
<?php

namespace Shop\Payments;

class WalletBridge
{
    public function failed(array $error): string
    {
        switch ($error['code']) {
            case 4001:
                return 'The user said no.';
            case 4100:
            //   ^^^^ nothing
                return 'Not authorised by the wallet.';
            case 4200:
            //   ^^^^ nothing
                return 'The provider does not know the method.';
            case 4900:
                return 'Disconnected.';
        }
        return '';
    }

    public function closed(int $closeCode): void
    {
        if ($closeCode === 4000 || $closeCode === 4300) {
        //                 ^^^^ nothing
            $this->reconnect(5000);
            //               ^^^^ nothing
        }
    }

    public function account(string $number): string
    {
        $accounts = ['4000' => 'Sales', '4100' => 'Services', '5000' => 'Costs', '5100' => 'Wages'];
        // @4000 nothing
        // @4100 nothing
        return $accounts[$number] ?? '';
    }
}
