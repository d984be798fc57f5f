#!/bin/sh
curl -fsS "$WEBHOOK" -d "$TEXT"
