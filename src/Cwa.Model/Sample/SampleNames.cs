namespace Cwa.Model;

/// <summary>Names of people who do not exist.</summary>
internal static class SampleNames
{
    private static readonly string[] First = (
        "Alice Andrew Angela Anita Arthur Barbara Benjamin Carla Carol Charles Cheryl Clara Daniel David "
        + "Deborah Denise Diane Donald Edward Eleanor Elena Frank George Gloria Harold Helen Irene "
        + "James Janet Joan Jorge Joseph Judith Karen Kenneth Laura Leonard Linda Louis Luis Marcia "
        + "Margaret Maria Marvin Michael Nancy Norma Paul Philip Rachel Raymond Rita Robert Rosa Ruth "
        + "Samuel Sandra Sharon Stephen Sylvia Theresa Thomas Victor Walter Yvonne"
    ).Split(' ');

    private static readonly string[] Last = (
        "Abernathy Acosta Aldrich Baird Barlow Beckwith Bledsoe Boudreau Bowen Braddock Brannon Calloway "
        + "Carmody Castillo Chung Colby Corrigan Crenshaw Dalton Delgado Dempsey Dillard Donahue "
        + "Drummond Eastman Ellsworth Espinoza Farrell Fenwick Fitch Fontaine Gaines Galvin Garrity "
        + "Gentry Gilmore Hadley Halloran Hargrove Hatcher Hensley Holcomb Ibarra Ingram Jarvis Jessup "
        + "Kaplan Keating Kimura Kirkland Lachance Lambert Langford Ledbetter Lindqvist Lockhart Maddox "
        + "Mahoney Marchetti McCabe Medina Merritt Montoya Nakamura Newcomb Novak Oakley Ortega Paxton "
        + "Pendleton Pickett Prescott Quintero Rafferty Redmond Rollins Rosado Sadler Salazar Sandoval "
        + "Schaefer Sheffield Stanhope Stratton Tanaka Thackeray Tillman Underwood Valdez Vance "
        + "Wakefield Weatherby Whitlock Winslow Yamada Yates Zeller"
    ).Split(' ');

    /// <summary>The same name for the same part of the sample, each time.</summary>
    public static string Of(string part)
    {
        var random = new SampleRandom($"{part}/name");
        return $"{random.Pick(First)} {random.Pick(Last)}";
    }
}
