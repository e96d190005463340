using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class MonthFunctionsTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_query_knows_the_month_before_and_the_year(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        ReportMonth[] months = [new(1998, 12), new(1999, 1), new(1999, 2), new(1999, 12)];
        await database.Contexts.SaveAsync([.. months.Select(month => new MonthlyReport(agency.Id, month))]);
        await using var db = await database.Contexts.CreateDbContextAsync();

        var known = await db
            .MonthlyReports.OrderBy(r => r.Month)
            .Select(r => new { Before = MonthFunctions.Before(r.Month), Year = MonthFunctions.Number(r.Month) / 100 })
            .ToListAsync();

        Assert.Equal(months.Select(month => month.Previous), known.Select(k => k.Before));
        Assert.Equal(months.Select(month => month.Year), known.Select(k => k.Year));
        Assert.Equal(new ReportMonth(1998, 12), MonthFunctions.Before(new(1999, 1)));
    }
}
