using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cwa.Model;

/// <summary>Months are stored as one number, 199804 for April 1998.</summary>
internal sealed class ReportMonthConverter()
    : ValueConverter<ReportMonth, int>(month => month.Number, number => ReportMonth.FromNumber(number));
