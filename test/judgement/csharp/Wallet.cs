//| Theme: wallet errors (EIP-1193) and close codes of a socket and of a chat gateway.
using System;
using System.Net.WebSockets;

namespace Shop.Chain
{
    public class WalletErrors
    {
        public void Explain(RpcError error)
        {
            switch (error.Code)
            // @error.Code outcome foreign
            {
                case 4001:
                    throw new OperationCanceledException("refused");
                case 4100:
                // @4100 nothing
                    throw new UnauthorizedAccessException();
                case 4200:
                // @4200 nothing
                    throw new NotSupportedException();
                case 4900:
                case 4901:
                    Reconnect();
                    break;
            }
        }

        public void Unlocked(RpcError error)
        {
            if (error.Code == 4100)
            // @4100 nothing
            {
                Unlock();
            }
            else if (error.Code == 4200)
            // @4200 nothing
            {
                Drop();
            }
        }

        public bool MayResume(int closeCode) => closeCode switch
        {
            4000 => true,
            // @4000 nothing
            4004 or 4010 or 4011 => false,
            _ => closeCode < 4000,
            // @4000 nothing
        };

        public void OnClose(WebSocketCloseStatus? status, int code)
        {
            if (code == 1006 || code == 4000)
            // @4000 nothing
            {
                Resume();
            }
            else if (code is 4004 or 4014)
            {
                Drop();
            }
        }
    }
}
