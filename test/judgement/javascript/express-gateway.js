//| A gateway in Express: error handlers, promise chains, retries by name, and statuses of its own.
const express = require('express');
const qcloud = require('./qcloud');
const { billing, logger, queue } = require('./services');

const app = express();
const PORT = process.env.PORT || 5000;
// @5000 nothing

app.get('/instances', async (req, res, next) => {
  const reply = await qcloud.call('DescribeInstances', req.query);
  if (reply.code === 0) return res.json(reply.instanceSet);
  //  ^^^^^^^^^^ outcome passed-on 5000
  if (reply.code === 5000) return res.status(404).end();
  //                 ^^^^ sighting 5000 certain comparison
  next(reply);
});

app.post('/instances', async (req, res) => {
  const reply = await qcloud.call('RunInstances', req.body);
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome reported 5200,5300
  //      ^^^^^^^^^^ finding unhandled-fatal-code 4000,4100,4300,4600,5000,5500,6100
    case 0:
      res.status(201).json(reply.unInstanceIds);
      break;
    case 5200:
    //   ^^^^ sighting 5200 certain arm
      res.status(409).end();
      break;
    case 5300:
    //   ^^^^ sighting 5300 certain arm
      billing.warn(req.user, 4000);
      // @4000 nothing
      res.status(402).end();
      break;
    default:
      queue.resend(req.body);
  }
});

app.delete('/instances/:id', (req, res, next) => {
  qcloud
    .call('TerminateInstances', { id: req.params.id })
    .then(({ code, message }) => {
      if (code === 0 || code === 5000) {
      //  ^^^^ outcome fallback
      //                         ^^^^ sighting 5000 certain comparison
        res.status(204).end();
      } else if (code === 4300) {
      //                  ^^^^ sighting 4300 certain comparison
        res.status(403).end();
      } else {
        next(new Error(`${code}: ${message}`));
      }
    })
    .catch(next);
});

/** Everything that came by `next`. */
app.use((err, req, res, next) => {
  if (err.code === 4100 || err.code === 4300) {
  //  ^^^^^^^^ outcome fallback
  //               ^^^^ sighting 4100 certain comparison
    logger.warn('keys');
    res.status(502).end();
  } else if (err.code === 4400) {
  //                      ^^^^ sighting 4400 certain comparison
    res.status(429).set('Retry-After', '5').end();
  } else {
    logger.error(err);
    res.status(500).end();
  }
});

/** Until it is there; the label leads the way out. */
async function settle(id) {
  waiting: do {
    const { code, message } = await qcloud.call('DescribeInstances', { id });
    switch (code) {
    //      ^^^^ outcome fallback
      case 0:
        break waiting;
      case 4300:
      //   ^^^^ finding retried-fatal-code 4300
        await new Promise((done) => setTimeout(done, 4500));
        // @4500 nothing
        continue waiting;
      case 6000:
      //   ^^^^ sighting 6000 certain arm
        continue waiting;
      default:
        throw new Error(message);
    }
  } while (true);
}

/** A system error's code is a word. */
process.on('uncaughtException', (error) => {
  if (error.code === 'EADDRINUSE') logger.warn(`${PORT} is taken, try 4100`);
  // @4100 nothing
  else throw error;
});

app.listen(PORT, () => settle('ins-5200'));
