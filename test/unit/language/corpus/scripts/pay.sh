#!/bin/sh
echo "paying $*"
