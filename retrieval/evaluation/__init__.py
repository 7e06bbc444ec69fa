"""Questions with known answers: asking them, measuring the answers, comparing with an earlier evaluation."""
