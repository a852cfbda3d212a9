//| Theme: wallet errors (EIP-1193) and close codes of a socket and of a chat gateway.
package shop.chain

object Wallet {
  def explain(error: RpcError): Unit = error.code match {
  // @error.code outcome foreign
    case 4001 => throw new IllegalStateException("refused")
    case 4100 => throw new SecurityException("locked")
    // @4100 nothing
    case 4200 => throw new UnsupportedOperationException()
    // @4200 nothing
    case 4900 | 4901 => reconnect()
  }

  def unlocked(error: RpcError): Unit =
    if (error.code == 4100) unlock()
    // @4100 nothing
    else if (error.code == 4200) drop()
    // @4200 nothing

  def mayResume(closeCode: Int): Boolean = closeCode match {
    case 4000 => true
    // @4000 nothing
    case 4004 | 4010 | 4011 => false
    case _ => closeCode < 4000
    // @4000 nothing
  }
}
