using System.Text;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Helpers for tests about imports over HTTP.</summary>
internal static class Importing
{
    public const string Header =
        "agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind,state,"
        + "co_hosts,reason";

    public static ByteArrayContent Csv(string text, string type = "text/csv")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    public static string Events(params string[] rows) => $"{Header}\n{string.Join('\n', rows)}\n";

    /// <summary>The row of a town hall on the 14th of a month.</summary>
    public static string Hall(
        Agency agency,
        string month = "1998-04",
        string title = "Town hall",
        string coHost = "",
        string reason = ""
    ) =>
        $"{agency.Abbreviation},{month},{title},We "
        + $"listen.,{month}-14,FACE_TO_FACE,TOWN_HALL,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,PLACE,CA,{coHost},{reason}";

    public static string Figures(params string[] rows) =>
        "agency,month,pending_start,received,resolved,pending_end,median_days,category,"
        + $"top_category\n{string.Join('\n', rows)}\n";

    public static string Agencies(params string[] rows) =>
        "abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,"
        + $"active_to\n{string.Join('\n', rows)}\n";

    public static async Task<Answer> ImportAsync(
        this SignedInCaller caller,
        string kindAndQuery,
        string csv,
        CancellationToken cancellationToken = default
    ) => await Answer.OfAsync(await caller.PostAsync($"/import/{kindAndQuery}", Csv(csv), cancellationToken));

    /// <summary>The number of rows, and how many of them were inserted, updated and unchanged.</summary>
    public static (int Rows, int Inserted, int Updated, int Unchanged) Counts(this Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return (Of("rows"), Of("inserted"), Of("updated"), Of("unchanged"));

        int Of(string count) => answer.Json.GetProperty(count).GetInt32();
    }
}
