//| Theme: retries around API 2.0.
package shop.qcloud

import scala.annotation.tailrec
import scala.concurrent.duration._

object Retries {
  private val retryableCodes = Set(4400, 4500, 6000, 6200)
  // @retryableCodes outcome retry-set
  // @4400 sighting 4400 certain member
  private val delays = Seq(4000.millis, 5200.millis)
  // @4000 nothing
  // @5200 nothing

  def shouldRetry(reply: Reply): Boolean = retryableCodes.contains(reply.code)
  // @reply.code outcome retry-set

  @tailrec
  def send(request: Request, attempt: Int = 0): Reply = {
    val reply = Client.send(request)
    reply.code match {
    // @reply.code outcome fallback
      case 0 => reply
      case 4100 =>
      // @4100 finding retried-fatal-code 4100
        Thread.sleep(5000)
        // @5000 nothing
        send(request, attempt + 1)
      case 4400 if attempt < 3 => send(request, attempt + 1)
      // @4400 sighting 4400 certain arm
      case _ => throw new RuntimeException(reply.message)
    }
  }

  def each(requests: Seq[Request]): Unit =
    for (request <- requests) {
      val reply = Client.send(request)
      if (reply.code == 5000) println(request.id)
      // @reply.code outcome fallback
      // @5000 sighting 5000 certain comparison
      else if (reply.code != 0) throw new RuntimeException(reply.message)
    }
}
