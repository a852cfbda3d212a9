//| Theme: numbers of other things in a file that talks to the API: none is a code.
package shop.hosting

object QcloudSettings {
  val endpoint = "https://cvm.api.qcloud.com"
  val port = 5000
  // @5000 nothing
  val timeoutMillis = 4500
  // @4500 nothing
  val maxRows: Int = 6000
  // @6000 nothing
  val zipCode = "5300"
  // @5300 nothing

  def main(args: Array[String]): Unit = {
    val server = Server.bind("http://localhost:5100", port = 4000)
    // @5100 nothing
    // @4000 nothing
    if (server.size > 4000) sys.exit(5)
    // @4000 nothing
    val exitCode = Runner.run(5000)
    // @5000 nothing
    if (exitCode == 4100) Console.err.println("the runner failed")
    // @4100 nothing
    server.statusCode match {
      case 4000 => println("odd")
      // @4000 nothing
      case 4100 => println("odder")
      // @4100 nothing
      case _ => ()
    }
    val limits = Map("rows" -> 4300, "bytes" -> 5200)
    // @4300 nothing
    // @5200 nothing
    (1 to 4600).foreach(println)
    // @4600 nothing
  }
}
