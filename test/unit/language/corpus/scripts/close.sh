#!/bin/sh
echo "closing $1"
