//| Weather codes of tomorrow.io.
import 'package:flutter/material.dart';

/// Icons for tomorrow.io's weather codes.
IconData iconOf(int weatherCode) => switch (weatherCode) {
      1000 => Icons.wb_sunny,
      1001 || 1100 || 1101 => Icons.cloud,
      4000 || 4001 || 4200 => Icons.grain,
      //              ^^^^ nothing
      5000 || 5001 || 5100 => Icons.ac_unit,
      //              ^^^^ nothing
      6000 || 6200 => Icons.severe_cold,
      //      ^^^^ nothing
      8000 => Icons.flash_on,
      _ => Icons.help,
    };
