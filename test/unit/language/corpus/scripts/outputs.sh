#!/bin/sh
echo "anything=1" >> "$FLOW_OUTPUT"
