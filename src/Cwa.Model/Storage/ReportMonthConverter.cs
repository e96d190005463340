using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cwa.Model;

/// <summary>Stores a month as one number: April 1998 is 199804.</summary>
internal sealed class ReportMonthConverter()
    : ValueConverter<ReportMonth, int>(month => month.Number, number => ReportMonth.FromNumber(number));
