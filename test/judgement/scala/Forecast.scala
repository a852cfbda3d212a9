//| Theme: weather codes and another vendor's errors; no word of ours.
package shop.weather

import com.amazonaws.services.ec2.model.AmazonEC2Exception

object Forecast {
  def draw(report: Report): Unit = report.code match {
  // @report.code outcome foreign
    case 1000 => sun()
    case 4000 => rain()
    // @4000 nothing
    case 5001 | 5100 => snow()
    // @5100 nothing
    case _ => ()
  }

  def icon(weatherCode: Int): String = weatherCode match {
    case 1000 => "sun"
    case 4000 | 4200 => "rain"
    // @4000 nothing
    // @4200 nothing
    case _ => "unknown"
  }

  def launch(client: Ec2Client): Unit =
    try client.runInstances()
    catch {
      case e: AmazonEC2Exception if e.getErrorCode == "AuthFailure" => login()
      // @AuthFailure nothing
      case e: AmazonEC2Exception if e.getErrorCode == "RequestLimitExceeded" => pause()
      // @RequestLimitExceeded nothing
    }
}
