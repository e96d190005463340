using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

internal static class ReportsOnPage
{
    /// <summary>Sends the report of a month with one event, a town hall in Reno on the 9th.</summary>
    public static async Task ReportsOnPageAsync(this Browser agency, string abbreviation, string month)
    {
        var form = await PageForm.OpenAsync(agency, $"/report/{abbreviation}/{month}", "report");
        form.Fill(
            0,
            [
                ("title", "Town hall in Reno"),
                ("description", "How long is too long to wait?"),
                ("startsOn", $"{month}-09"),
                ("medium", "FACE_TO_FACE"),
                ("format", "TOWN_HALL"),
                ("setting", "INFORMAL"),
                ("access", "OPEN_TO_PUBLIC"),
                ("topicScope", "OPEN_TOPIC"),
                ("place", "NV"),
                ("city", "Reno"),
            ]
        );
        var (status, _) = await form.PressAsync("send");
        Assert.Equal(200, status);
    }
}
