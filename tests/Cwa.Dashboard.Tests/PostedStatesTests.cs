using Cwa.Dashboard.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Cwa.Dashboard.Tests;

/// <summary>What becomes of a form that nobody could take.</summary>
public sealed class PostedStatesTests : IDisposable
{
    private readonly Reader _agency = new(Reader.Agency);

    public void Dispose() => _agency.Dispose();

    [Fact]
    public void A_form_sent_while_the_database_is_away_is_kept_and_can_be_sent_again()
    {
        _agency.Services.AddScoped<ReportEvents>().AddScoped<MonthForm>();
        _agency.Http.Request.Method = "POST";
        _agency.Http.Request.Path = "/report/SSA/1999-01";
        _agency.Http.Request.QueryString = new("?amend=true");
        _agency.Http.Request.Form = new FormCollection(
            new Dictionary<string, StringValues>
            {
                ["_handler"] = "report",
                ["do"] = "send",
                ["events.0.title"] = "Town hall",
                ["reason"] = "The <b>hall</b> burned down.",
            }
        );
        _agency.Answer("MonthReport", _ => Reader.Error("UNAVAILABLE", "agency"));

        var page = _agency.Render<ReportPage>(p => p.Add(x => x.Abbreviation, "SSA").Add(x => x.MonthText, "1999-01"));

        Assert.Equal("Not updated: nothing can be read at the moment.", page.TextOf("h1"));
        Assert.Equal("It is away. Nothing is lost. UNAVAILABLE abc", page.TextOf("[role=alert]"));
        Assert.Equal("/report/SSA/1999-01?amend=true", page.Find("form").GetAttribute("action"));
        Assert.Equal(
            [("do", "send"), ("events.0.title", "Town hall"), ("reason", "The <b>hall</b> burned down.")],
            page.FindAll("form [name]")
                .Select(field => (field.GetAttribute("name"), field.GetAttribute("value") ?? field.TextContent))
        );
        Assert.NotNull(page.Find("textarea[name=reason]"));
        Assert.Equal(503, _agency.Http.Response.StatusCode);
    }
}
